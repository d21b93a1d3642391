// The browser's side of the phone: shows what is said, presses keys, keeps the caller's silences.
const element = (id) => document.getElementById(id);
const page = element('phone');
const states = JSON.parse(page.dataset.states);
const transcript = element('transcript');
const SAYS_A_SECOND = 14;
const LOOK_EVERY_MS = 1500;

let call;
let shown = 0;
let timer;

const ask = async (path, body) => {
  const answer = await fetch(`/phone/calls${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const view = await answer.json();
  if (!answer.ok) throw new Error(view.wrong);
  return view;
};

const voiceFor = (language) =>
  speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));

/** Speaks a line when the browser has a voice of its language; fulfilled when it would have been heard. */
const speak = ({ text, language }) =>
  new Promise((resolve) => {
    const voice = 'speechSynthesis' in window && element('voice').checked ? voiceFor(language) : undefined;
    if (!voice) return resolve(0);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const end = setTimeout(resolve, (text.length / SAYS_A_SECOND) * 2000 + 3000);
    utterance.onend = utterance.onerror = () => {
      clearTimeout(end);
      resolve(0);
    };
    speechSynthesis.speak(utterance);
  });

const line = ({ who, text, language }) => {
  const item = document.createElement('li');
  item.className = who;
  item.lang = language;
  item.dir = 'auto';
  item.textContent = text;
  transcript.append(item);
  item.scrollIntoView({ block: 'nearest' });
};

const quiet = () => {
  clearTimeout(timer);
  if ('speechSynthesis' in window) speechSynthesis.cancel();
};

const show = async (view) => {
  call = view;
  const fresh = view.lines.slice(shown);
  shown = view.lines.length;
  fresh.forEach(line);
  element('state').textContent = states[view.state] + (view.reference ? ` · ${view.reference}` : '');
  const over = view.state === 'ended';
  element('hang-up').hidden = over;
  element('call').hidden = !over;
  clearTimeout(timer);
  if (over) return;
  for (const said of fresh) if (said.who === 'centre') await speak(said);
  if (call === view) wait(view);
};

const say = (work) => work.then(show, (error) => line({ who: 'event', text: error.message, language: 'en' }));

/** Silence counts from the end of what is said; while waiting for an agent the page looks for an answer. */
const wait = ({ id, state, expects }) => {
  if (state !== 'waiting-for-input') {
    timer = setTimeout(() => say(ask(`/${id}`)), LOOK_EVERY_MS);
    return;
  }
  if (!expects) return;
  const seconds = expects.received === '' ? expects.timeoutSeconds : expects.interdigitSeconds;
  timer = setTimeout(() => say(ask(`/${id}/silence`, {})), seconds * 1000);
};

element('dial').addEventListener('submit', (event) => {
  event.preventDefault();
  quiet();
  transcript.replaceChildren();
  shown = 0;
  say(ask('', { caller: element('caller').value.trim() }));
});

element('hang-up').addEventListener('click', () => {
  quiet();
  say(ask(`/${call.id}/hang-up`, {}));
});

const press = (keys) => {
  if (!call || call.state === 'ended') return;
  quiet();
  say(ask(`/${call.id}/keys`, { keys }));
};

for (const button of document.querySelectorAll('[data-key]')) {
  button.addEventListener('click', () => press(button.dataset.key));
}
addEventListener('keydown', ({ key, target, ctrlKey, metaKey }) => {
  if (!ctrlKey && !metaKey && target.tagName !== 'INPUT' && /^[0-9*#]$/.test(key)) press(key);
});
