import { describe, expect, it } from '@jest/globals';
import { parseXml } from './xml.ts';

describe('a document', () => {
  it('is elements and text, numbers and padding left as they are', () => {
    const root = parseXml(
      '<?xml version="1.0" encoding="GBK"?>\n<a><!-- c --><b>013800138000</b><b/><c><![CDATA[<d>&amp;</d>]]></c></a>\n',
      'a',
    );
    expect(root).toEqual({
      name: 'a',
      text: '',
      children: [
        { name: 'b', text: '013800138000', children: [] },
        { name: 'b', text: '', children: [] },
        { name: 'c', text: '<d>&amp;</d>', children: [] },
      ],
    });
  });

  it('may use the entities of XML and characters by number', () => {
    expect(parseXml('<a>&lt;&amp;&gt;&quot;&apos;&#20013;&#x56FD;</a>', 'a').text).toBe('<&>"\'中国');
  });

  it('may have its text in parts, and attributes of its root', () => {
    expect(parseXml('<a xmlns="urn:a"><![CDATA[1]]]]><![CDATA[>2]]><!-- 3 -->4</a>', 'a').text).toBe(
      '1]]>24',
    );
  });

  it.each([
    ['another root', '<b></b>'],
    ['nothing', ''],
    ['a page', '<html><body><br></body></html>'],
    ['an unclosed root', '<a><b/>'],
    ['a second root', '<a></a><a></a>'],
    ['text behind the root', '<a></a>tail'],
    ['text behind a root that closes itself', '<a/>tail'],
    ['an end behind a root that closes itself', '<a/></a>'],
    ['text between two ends', '<a></a>tail</a>'],
    ['an instruction behind the root', '<a></a><?x ?>'],
    ['an unfinished instruction', '<a></a><?xml'],
    ['a DOCTYPE', '<!DOCTYPE a><a></a>'],
    ['a DOCTYPE that declares', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a DOCTYPE behind a comment', '<!-- --><!DOCTYPE a><a></a>'],
    ['a DOCTYPE in a value', '<a><b>1<!DOCTYPE c>0</b></a>'],
    ['a section that is no CDATA', '<a>1<![INCLUDE[0]]></a>'],
    ['CDATA in small letters', '<a>1<![cdata[0]]></a>'],
    ['a declaration of XML in a value', '<a><b>1<?xml version="1.0"?>0</b></a>'],
    ['an attribute of a value', '<a><b unit="yuan">10</b></a>'],
    ['an element in an attribute', '<a><b c="<b>5</b>">10</b></a>'],
    ['an element in a namespace', '<a><x:b>10</x:b></a>'],
    ['a declaration inside', '<a><!ENTITY b "c"></a>'],
    ['an entity of its own', '<a>&b;</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['half of a surrogate pair', '<a>&#xD800;</a>'],
    ['a character that was lost', '<a>&#xFFFD;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['text beside elements', '<a>b<c/></a>'],
    ['a name that is none', '<a><__proto__>1</__proto__></a>'],
    ['too deep', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
  ])('is refused with %s', (_, text) => {
    expect(() => parseXml(text, 'a')).toThrow(/^(The|An) /);
  });

  it('is refused cut short anywhere', () => {
    const text = '<?xml version="1.0"?><a><b>1</b><c><![CDATA[<d/>]]></c><!-- e --></a>';
    const accepted = Array.from(text, (_, length) => text.slice(0, length)).filter((part) => {
      try {
        return parseXml(part, 'a');
      } catch {
        return false;
      }
    });
    expect(accepted).toEqual([]);
  });

  it('is never quoted by the error that refuses it', () => {
    for (const text of ['<a>13800138000</a>x', '<a><13800138000/></a>', '<a>&13800138000;</a>']) {
      expect(() => parseXml(text, 'a')).toThrow(/^[^0-9]*$/);
    }
  });
});
