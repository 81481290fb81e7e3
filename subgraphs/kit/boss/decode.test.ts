import { describe, expect, it } from '@jest/globals';
import { decodeText, formField } from './decode.ts';

/** 中国移动 in GB18030, by hand. */
const IN_GB = Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0xd2, 0xc6, 0xb6, 0xaf]);
const declared = (encoding: string, text: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>`), text]);

describe('the charset of an answer', () => {
  it('is what HTTP says, whatever the declaration says', () => {
    expect(decodeText(declared('UTF-8', IN_GB), 'text/xml; charset=GB18030')).toContain('中国移动');
    expect(decodeText(declared('GBK', Buffer.from('中国移动')), 'text/xml;charset="utf-8"')).toContain(
      '中国移动',
    );
  });

  it('is what the declaration says where HTTP says nothing', () => {
    expect(decodeText(declared('GBK', IN_GB), 'text/xml')).toContain('中国移动');
  });

  it('is UTF-8, or else GB18030, where nobody says', () => {
    expect(decodeText(Buffer.from('中国移动'), 'text/xml')).toBe('中国移动');
    expect(decodeText(IN_GB, 'text/xml')).toBe('中国移动');
  });

  it.each([
    ['GB18030 bytes said to be UTF-8', IN_GB, 'text/xml; charset=UTF-8'],
    ['GB18030 bytes declared to be UTF-8', declared('UTF-8', IN_GB), 'text/xml'],
    ['half a character', IN_GB.subarray(0, 7), 'text/xml; charset=GB18030'],
    ['neither', Buffer.from([0xff, 0xff]), 'text/xml'],
    ['a charset that we do not know', Buffer.from('a'), 'text/xml; charset=latin1'],
    ['a character that was lost before', Buffer.from('中\uFFFD'), 'text/xml; charset=UTF-8'],
  ])('is not guessed: %s', (_, bytes, contentType) => {
    expect(() => decodeText(bytes, contentType)).toThrow(/charset|lost/);
  });
});

describe('a form that is an answer', () => {
  it('has one field, of bytes in any charset', () => {
    expect([...formField(Buffer.from('xmlmsg=%D6%d0+a'), 'xmlmsg')]).toEqual([0xd6, 0xd0, 0x20, 0x61]);
  });

  it.each(['xml=a', 'xmlmsg=a&b=c', 'xmlmsg=%D', 'xmlmsg=%', 'xmlmsg=%zz', 'xmlmsg=中', 'xmlmsg=a b', ''])(
    'is refused as %s',
    (body) => {
      expect(() => formField(Buffer.from(body), 'xmlmsg')).toThrow('The form');
    },
  );
});
