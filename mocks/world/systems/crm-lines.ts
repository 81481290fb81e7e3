/** Lines: their numbers, devices and products. */
import type { Insert, WorldSubscriber } from '../model.ts';
import { toModelId } from './crm-reference.ts';

export function createLineWriter(
  into: (table: string, columns: readonly string[]) => Insert,
): (customerId: number, subscriber: WorldSubscriber) => void {
  const row = into('subscriber', [
    'subscriber_id',
    'customer_id',
    'account_id',
    'service_number',
    'net_class',
    'brand_code',
    'status',
    'status_since_at',
    'opened_on',
    'development_channel',
    'ported_from',
    'ported_on',
    'real_user_name',
    'real_user_customer_id',
  ]);
  const held = ['subscriber_id', 'held_since_at', 'held_until_at'];
  const numberHolding = into('number_holding', [...held, 'service_number']);
  const broadband = into('broadband', [...held, 'account_name']);
  const deviceOf = into('device', ['subscriber_id', 'device_id', 'model_id']);
  const subscription = into('subscription', [
    'subscriber_id',
    'subscription_id',
    'offer_id',
    'started_on',
    'ended_on',
    'contract_ends_on',
    'opened_by_staff_id',
    'channel',
    'sp_code',
    'owner_type',
  ]);

  return (customerId, subscriber) => {
    const { subscriberId, serviceNumber, heldSince, heldUntil, broadbandAccount, device } = subscriber;
    row([
      subscriberId,
      customerId,
      subscriber.accountId,
      serviceNumber,
      subscriber.netClass,
      subscriber.brandCode,
      subscriber.status,
      subscriber.statusSince,
      subscriber.openedOn,
      subscriber.developmentChannel,
      subscriber.portedIn?.fromOperator ?? null,
      subscriber.portedIn?.on ?? null,
      subscriber.realUser?.name ?? null,
      subscriber.realUser?.customerId ?? null,
    ]);
    numberHolding([subscriberId, heldSince, heldUntil, serviceNumber]);
    if (broadbandAccount !== null) {
      broadband([subscriberId, heldSince, heldUntil, broadbandAccount.toLowerCase()]);
    }
    if (device) deviceOf([subscriberId, device.deviceId, toModelId(device.modelIndex)]);
    for (const order of subscriber.subscriptions) {
      subscription([
        subscriberId,
        order.subscriptionId,
        order.offerId,
        order.startedOn,
        order.endedOn,
        order.contractEndsOn,
        order.openedByStaffId,
        order.channel,
        order.spCode,
        order.ownerType,
      ]);
    }
  };
}
