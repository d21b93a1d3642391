// All pages with forms: focus the wrong field, send a form once on a double click, and name files that are empty or too
// large before the upload.
document.getElementById('wrong')?.focus();

for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = '1';
  });
}

// A field for files shows the names that the browser writes in its own language beside its hidden words.
for (const field of document.querySelectorAll('.file')) {
  const [input, names] = [field.querySelector('input'), field.querySelector('.file-names')];
  const show = () => {
    const chosen = [...input.files].map(({ name }) => `\u2068${name}\u2069`).join(' · ');
    names.textContent = chosen || names.dataset.none;
  };
  input.addEventListener('change', show);
  input.form?.addEventListener('reset', () => setTimeout(show));
  addEventListener('pageshow', show);
}

for (const input of document.querySelectorAll('input[data-most]')) {
  input.addEventListener('change', () => {
    const files = [...input.files];
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    const empty = files.filter(({ size }) => size === 0).map(({ name }) => `\u2068${name}\u2069`);
    const tooLarge = bytes > Number(input.dataset.most) ? input.dataset.large : '';
    input.setCustomValidity(empty.length > 0 ? `${input.dataset.empty} ${empty.join(' ')}` : tooLarge);
    input.reportValidity();
  });
}
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
