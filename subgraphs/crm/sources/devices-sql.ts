/** Devices last seen with lines. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import type { Device, DeviceCapability } from '../model.ts';

interface DeviceRow {
  readonly subscriber_id: number;
  readonly device_id: string;
  readonly brand: string;
  readonly model: string;
  /** Capabilities, separated by commas. */
  readonly capabilities: string;
}

export interface DevicesSource {
  byIds(deviceIds: readonly string[]): Promise<ReadonlyMap<string, Device>>;
  bySubscribers(subscriberIds: readonly string[]): Promise<ReadonlyMap<string, Device>>;
}

export function createDevicesSource(db: Database): DevicesSource {
  const byIds = db.prepare<{ ids: readonly string[] }, DeviceRow>((sql, { ids }) =>
    sql('device')
      .join('device_model', 'device_model.model_id', 'device.model_id')
      .select('subscriber_id', 'device_id', 'brand', 'model', 'capabilities')
      .where(db.oneOf('device_id', ids)),
  );
  const bySubscribers = db.prepare<{ ids: number[] }, DeviceRow>((sql, { ids }) =>
    sql('device')
      .join('device_model', 'device_model.model_id', 'device.model_id')
      .select('subscriber_id', 'device_id', 'brand', 'model', 'capabilities')
      .where(db.oneOf('subscriber_id', ids)),
  );
  return {
    async byIds(deviceIds) {
      const rows = await byIds({ ids: deviceIds });
      return new Map(rows.map((row) => [row.device_id, toDevice(row)]));
    },
    async bySubscribers(subscriberIds) {
      const rows = await bySubscribers({ ids: toIds(subscriberIds) });
      return new Map(rows.map((row) => [String(row.subscriber_id), toDevice(row)]));
    },
  };
}

function toDevice({ device_id: deviceId, brand, model, capabilities }: DeviceRow): Device {
  return {
    deviceId,
    brand,
    model,
    capabilities: capabilities.split(',').filter(Boolean) as DeviceCapability[],
  };
}
