/** Devices last seen with lines. */
import type { Database } from '#kit/database';
import { toIds } from '#kit/ids';
import { type ReachParams, withinReach } from '#kit/reach';
import type { Device, DeviceCapability, Owned } from '../model.ts';

interface DeviceRow {
  readonly subscriber_id: number;
  readonly device_id: string;
  readonly brand: string;
  readonly model: string;
  /** Capabilities, separated by commas. */
  readonly capabilities: string;
}

export interface DevicesSource {
  /** Those last seen with a line of somebody within reach. */
  byIds(deviceIds: readonly string[], reach: ReachParams): Promise<ReadonlyMap<string, Owned<Device>>>;
  bySubscribers(subscriberIds: readonly string[]): Promise<ReadonlyMap<string, Device>>;
}

export function createDevicesSource(db: Database): DevicesSource {
  const byIds = db.prepare<
    ReachParams & { ids: readonly string[] },
    DeviceRow & { readonly customer_id: number }
  >((sql, params) =>
    sql('device')
      .join('device_model', 'device_model.model_id', 'device.model_id')
      .join('subscriber', 'subscriber.subscriber_id', 'device.subscriber_id')
      .select('device.subscriber_id', 'device_id', 'brand', 'model', 'capabilities', 'subscriber.customer_id')
      .where(db.oneOf('device_id', params.ids))
      .where(withinReach(sql, db, 'subscriber.customer_id', params)),
  );
  const bySubscribers = db.prepare<{ ids: number[] }, DeviceRow>((sql, { ids }) =>
    sql('device')
      .join('device_model', 'device_model.model_id', 'device.model_id')
      .select('subscriber_id', 'device_id', 'brand', 'model', 'capabilities')
      .where(db.oneOf('subscriber_id', ids)),
  );
  return {
    async byIds(deviceIds, reach) {
      const rows = await byIds({ ids: deviceIds, ...reach });
      return new Map(
        rows.map((row) => [row.device_id, { ...toDevice(row), customerId: String(row.customer_id) }]),
      );
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
