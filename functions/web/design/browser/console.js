// The pages work without this script. It focuses the wrong field, shows the last message of the beneficiary, sends a
// form once on a double click, inserts templates at the cursor, rejects files that are too large before the upload,
// and asks before typed words are left behind.
document.getElementById('wrong')?.focus();
[...document.querySelectorAll('.conversation [data-received]')].at(-1)?.scrollIntoView({ block: 'nearest' });

const unsent = new Set();
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('input', ({ target }) => {
    if (target.matches('textarea')) target.value.trim() === '' ? unsent.delete(target) : unsent.add(target);
  });
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = '1';
    for (const field of form.querySelectorAll('textarea')) unsent.delete(field);
  });
}
addEventListener('beforeunload', (event) => {
  if (unsent.size > 0) event.preventDefault();
});

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
for (const input of document.querySelectorAll('input[data-most]')) {
  input.addEventListener('change', () => {
    const bytes = [...input.files].reduce((sum, { size }) => sum + size, 0);
    input.setCustomValidity(bytes > Number(input.dataset.most) ? input.dataset.large : '');
    input.reportValidity();
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
