// Runs in the page. Returns the faults of its layout, one sentence each.
(() => {
  const nameOf = (element) => {
    const text = (element.innerText || element.placeholder || element.value || '').trim().slice(0, 40);
    const names =
      typeof element.className === 'string' ? element.className.trim().split(/\s+/).join('.') : '';
    return `${element.tagName.toLowerCase()}${names && `.${names}`} «${text}»`;
  };
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.closest('.visually-hidden, .skip, .honey') === null;
  const shown = [...document.body.querySelectorAll('*')].filter(isShown);

  function overflow() {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wider = scrollWidth - clientWidth;
    return wider > 0 ? [`overflow: the page is ${wider} px wider than the window`] : [];
  }

  function placeholders() {
    const canvas = document.createElement('canvas').getContext('2d');
    return shown
      .filter((element) => element.placeholder)
      .flatMap((field) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(field);
        canvas.font = font;
        const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        const needs = Math.ceil(canvas.measureText(field.placeholder).width);
        return needs > room + 1 ? [`clipped placeholder: ${nameOf(field)} needs ${needs} of ${room} px`] : [];
      });
  }

  const cuts = (overflow) => overflow === 'hidden' || overflow === 'clip';
  function clipped() {
    return shown.flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      return [
        ...(cuts(overflowX) && clientWidth > 1 && scrollWidth > clientWidth + 1
          ? [`clipped: ${nameOf(element)} is ${scrollWidth} px wide in ${clientWidth}`]
          : []),
        ...(cuts(overflowY) && clientHeight > 1 && scrollHeight > clientHeight + 1
          ? [`clipped: ${nameOf(element)} is ${scrollHeight} px high in ${clientHeight}`]
          : []),
      ];
    });
  }

  const scrolls = (element) => {
    for (let one = element; one; one = one.parentElement)
      if (/auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
    return false;
  };
  const BOXES = 'button, .button, td, th, .status, .notice, .card, .tile, li, main';
  const range = document.createRange();

  function outside(node, parent) {
    const box = parent.closest(BOXES);
    if (!box || scrolls(parent)) return [];
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    const around = box.getBoundingClientRect();
    return text.left < around.left - 1 || text.right > around.right + 1
      ? [`outside its box: ${nameOf(parent)} in ${nameOf(box)}`]
      : [];
  }

  // A word or an address of 20 letters or more may be longer than its line.
  const LONG_WORD = 20;
  function brokenWords(node, parent) {
    if (parent.closest('code, pre, .source')) return [];
    const lengthAround = (index) =>
      /\S*$/u.exec(node.data.slice(0, index))[0].length + /^\S*/u.exec(node.data.slice(index))[0].length;
    return [...node.data.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)].flatMap(({ index, 0: word }) => {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size > 1 && lengthAround(index) < LONG_WORD
        ? [`broken word: «${word}» in ${nameOf(parent)}`]
        : [];
    });
  }

  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faults = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || !isShown(parent) || parent.closest('iframe, svg, option')) continue;
      faults.push(...outside(node, parent), ...brokenWords(node, parent));
    }
    return faults;
  }

  return [...new Set([...overflow(), ...placeholders(), ...clipped(), ...texts()])];
})();
