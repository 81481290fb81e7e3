/**
 * Personal values as they may leave a system. The number of stars is fixed, so
 * that it says nothing about what they hide.
 */

/**
 * `138****8000`; of a broadband account likewise the middle. What is too short
 * to hide anything is hidden whole.
 */
export function maskPhone(number: string): string {
  return number.length < 10 ? '****' : `${number.slice(0, 3)}****${number.slice(-4)}`;
}

/** `8800000017` becomes `****0017`. */
export function maskCard(number: string): string {
  return number.length < 8 ? '****' : `****${number.slice(-4)}`;
}

/** Surnames of two characters 复姓. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 ' +
    '令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 歐陽 司馬 東方 南宮 聞人 諸葛 尉遲 赫連 濮陽 鍾離 長孫 鮮于'
  ).split(' '),
);

/** `黄小明` becomes `黄**`, `欧阳修` `欧阳**`, `Miles Bramley` `M**`. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const two = characters.slice(0, 2).join('');
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(two) ? two : (characters[0] ?? '');
  return `${surname}**`;
}
