// The pages work without this script. It shows the last message of the beneficiary and inserts templates at the
// cursor.
// The loading of a page changes nothing: that its reader has seen the case is told by a request of its own.
for (const { dataset } of document.querySelectorAll('[data-seen]'))
  fetch(dataset.seen, { method: 'POST', keepalive: true }).catch(() => {});
[...document.querySelectorAll('.conversation [data-received]')].at(-1)?.scrollIntoView({ block: 'nearest' });

// A menu that is wider than a telephone shows its current page, also after the telephone was turned. The page itself
// does not move.
const showHere = () => {
  for (const here of document.querySelectorAll('nav [aria-current=page]')) {
    const nav = here.closest('nav');
    const boxes = [nav, ...nav.querySelectorAll('*')].filter((one) => one.contains(here));
    const box = boxes.find(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
    const [outer, inner] = [box, here].map((one) => one?.getBoundingClientRect());
    box?.scrollBy(inner.left + inner.width / 2 - outer.left - outer.width / 2, 0);
  }
};
showHere();
for (const change of [matchMedia('(max-width: 760px)'), matchMedia('(orientation: portrait)')])
  change.addEventListener('change', showHere);

for (const form of document.querySelectorAll('form.template')) {
  form.addEventListener('submit', (event) => {
    const text = form.querySelector('option:checked')?.dataset.text;
    const area = form.closest('.composer')?.querySelector('.reply textarea');
    // Without a text, the page that loads names the values that the template lacks.
    if (text === undefined || !area) return;
    event.preventDefault();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
}
// The box in the heading of a table selects all rows of the page.
addEventListener('change', ({ target }) => {
  if (!target.matches('[data-all], [name=pick]')) return;
  const boxes = [...document.querySelectorAll('[name=pick]')];
  if (target.dataset.all) for (const box of boxes) box.checked = target.checked;
  for (const shown of document.querySelectorAll('[data-picked]'))
    shown.textContent = `(${boxes.filter(({ checked }) => checked).length})`;
});
// The arrow keys move between the buttons of a toolbar and of its menu.
addEventListener('keydown', (event) => {
  const group = event.target.closest?.('.menu-of, [role=toolbar]');
  const forward = document.dir === 'rtl' ? -1 : 1;
  const way = { ArrowDown: 1, ArrowUp: -1, ArrowLeft: -forward, ArrowRight: forward }[event.key];
  if (!group || way === undefined || !event.target.matches('button')) return;
  const buttons = [...group.querySelectorAll('button')].filter(
    (one) => one.checkVisibility() && one.closest('.menu-of, [role=toolbar]') === group,
  );
  const next = buttons.indexOf(event.target) + way;
  buttons[(next + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
});
// The seconds until a reply leaves. The page loads its conversation again when they are over.
const undo = document.querySelector('#undo[data-left]');
if (undo) {
  const end = performance.now() + Number(undo.dataset.left);
  const timer = undo.querySelector('[role=timer] bdi');
  const counting = setInterval(() => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    if (seconds > 0 && timer) timer.textContent = `0:${String(seconds).padStart(2, '0')}`;
    else {
      clearInterval(counting);
      undo.querySelector('[role=status]').textContent = undo.dataset.soon;
    }
  }, 250);
}
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
