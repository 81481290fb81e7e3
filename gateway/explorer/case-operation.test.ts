import { describe, expect, it } from '@jest/globals';
import { forCase, operationFor } from './case-operation.ts';

const LINE = { id: 'line', serviceNumber: '138', customerId: '1', subscriberId: '2', zh: '', en: '' };
const PHONE = { ...LINE, id: 'phone', subscriberId: null };

const requiring = (...requires: string[]) => ({
  name: 'document',
  operationName: 'Document',
  body: '',
  variables: { example: true },
  requires,
});

describe('a document about a named case', () => {
  it.each([
    ['number', { number: '138' }],
    ['customerId', { customerId: '1' }],
    ['subscriberId', { subscriberId: '2' }],
  ])('is asked by its %s', (variable, variables) => {
    expect(forCase(requiring(variable), LINE)?.variables).toEqual(variables);
  });

  it('is looked up by the kind of phone it has', () => {
    const lookup = requiring('by', 'value');

    expect(forCase(lookup, LINE)?.variables).toEqual({ by: 'SERVICE_NUMBER', value: '138' });
    expect(forCase(lookup, PHONE)?.variables).toEqual({ by: 'CONTACT_PHONE', value: '138' });
  });

  it('cannot be asked for what the case lacks', () => {
    expect(forCase(requiring('staffId'), LINE)).toBeUndefined();
    expect(forCase(requiring('number'), PHONE)).toBeUndefined();
    expect(forCase(requiring('subscriberId'), PHONE)).toBeUndefined();
  });
});

describe('opening a named case', () => {
  const pop = { ...requiring('number'), name: 'screen-pop' };
  const lookup = { ...requiring('by', 'value'), name: 'retail-counter' };

  it('takes the chosen document', () => {
    expect(operationFor(LINE, [lookup, pop], 'screen-pop')?.name).toBe('screen-pop');
  });

  it('looks up who has no line', () => {
    expect(operationFor(PHONE, [lookup, pop], 'screen-pop')?.name).toBe('retail-counter');
  });
});
