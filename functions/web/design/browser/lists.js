// A list is sent in pieces, so that its size has no limit and its progress is seen. Without this script the form sends
// it whole. A list that is not read whole is read on, one run after the other.
const PIECE = 4_000_000;

async function sendPieces(form, file) {
  const progress = form.querySelector('progress');
  progress.hidden = false;
  for (let from = 0, number = 0; from < file.size; from += PIECE, number += 1) {
    const body = new FormData();
    body.set('id', form.elements.id.value);
    body.set('name', file.name);
    body.set('number', String(number));
    if (from + PIECE < file.size) body.set('more', '1');
    body.set('files', file.slice(from, from + PIECE), file.name);
    const answer = await fetch(form.action, { method: 'POST', body });
    if (!answer.ok) throw new Error(String(answer.status));
    progress.value = Math.min(1, (from + PIECE) / file.size);
    if (!body.has('more')) location.assign(answer.url);
  }
}

for (const form of document.querySelectorAll('form[data-pieces]')) {
  form.addEventListener('submit', (event) => {
    const [file] = form.elements.files.files;
    // A small file is one piece: the form sends it.
    if (!file || file.size <= PIECE) return;
    event.preventDefault();
    // The server tells on the next page what it received. The same file continues after it.
    sendPieces(form, file).catch(() => location.reload());
  });
}
document.querySelector('form[data-continue]')?.requestSubmit();
