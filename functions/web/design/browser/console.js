// The pages work without this script. It focuses the wrong field, sends a form once on a double click, and rejects
// files that are too large before the upload.
document.getElementById('wrong')?.focus();
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = '1';
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
