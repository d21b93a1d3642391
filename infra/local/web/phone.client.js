// The caller page: places and answers calls, sends keys, and reports silence.
import { ask, element, isolated, lineItem, make, renew } from './phone-page.js';
import { quiet, record, speak } from './phone-sound.js';

const words = JSON.parse(element('phone').dataset.words);
const transcript = element('transcript');
const asLine = lineItem(words);
const LOOK_EVERY_MS = 1000;

/** Active silence timers by call. Each belongs to one question. */
const silences = new Map();
let chosen;
let shown = 0;
let speaking = Promise.resolve();
/** Dialling and keys run one after the other: requests may overtake each other, and a key may precede its call. */
let turn = Promise.resolve();
const inTurn = (act) => {
  turn = turn.then(act).catch(complain);
};

const complain = (error) => transcript.append(make('li', { className: 'event', dir: 'auto' }, error.message));
const act = (id, path, body = {}) => ask(`/phone/calls/${id}/${path}`, body).then(show, complain).then(look);

const nameOf = ({ caller }) => caller ?? words.withheld;

const choose = (id) => {
  quiet();
  chosen = id;
  shown = 0;
  transcript.replaceChildren();
  return ask(`/phone/calls/${id}`).then(show, complain);
};

const button = (text, onclick, className = '') =>
  make('button', { type: 'button', onclick, className }, text);

/** Return the possible actions for a call. */
const actsFor = ({ id, state }) => {
  if (state === 'ringing')
    return [
      button(words.answer, () => choose(id).then(() => act(id, 'answer')), 'primary'),
      button(words.decline, () => act(id, 'decline'), 'hang-up'),
      button(words.machine, () => act(id, 'machine')),
    ];
  return state === 'ended' || state === 'expected' ? [] : [button(words.hangUp, () => hangUp(id), 'hang-up')];
};

const hangUp = (id) => {
  quiet();
  return act(id, 'hang-up');
};

const stateText = ({ state, ringing, reference, place, recording }) =>
  [
    state === 'ringing' ? words.rings[ringing] : words.states[state],
    place && `${words.place}: ${place}`,
    reference && `${words.reference}: ${reference}`,
    recording && words.recording[recording.kind],
  ]
    .filter(Boolean)
    .join(' · ');

/** Show the selected call: write and speak its new lines in their order. */
const show = (view) => {
  if (view.id !== chosen) return;
  const fresh = view.lines.slice(Math.max(0, shown - view.dropped));
  shown = view.dropped + view.lines.length;
  transcript.append(...fresh.map(asLine));
  if (fresh.length > 0) transcript.lastElementChild.scrollIntoView({ block: 'nearest' });
  element('state').textContent = stateText(view);
  renew(element('acts'), `${view.id} ${view.state}`, () => actsFor(view));
  element('say').hidden = view.state === 'ended' || view.state === 'ringing';
  listen(view);
  const aloud = element('voice').checked ? fresh.filter(({ who }) => who === 'centre') : [];
  for (const line of aloud) speaking = speaking.then(() => speak(line));
};

const listen = ({ id, recording }) => {
  const wanted = element('microphone').checked ? recording : undefined;
  record(id, wanted).catch(() => {
    element('microphone').checked = false;
    element('microphone-says').textContent = words.microphoneRefused;
  });
};

/** Start the silence timer of a question after its prompts were spoken. A key restarts it. */
const keepSilence = (view) => {
  const { id, expects } = view;
  const mark = expects && `${view.next} ${expects.received} ${expects.timeoutSeconds}`;
  const runs = silences.get(id);
  if (runs?.mark === mark) return;
  clearTimeout(runs?.timer);
  silences.delete(id);
  if (expects?.timeoutSeconds === undefined) return;
  const seconds = expects.received === '' ? expects.timeoutSeconds : expects.interdigitSeconds;
  const silence = { mark };
  silences.set(id, silence);
  const heard = id === chosen ? speaking : Promise.resolve();
  heard.then(() => {
    if (silences.get(id) === silence) silence.timer = setTimeout(() => act(id, 'silence'), seconds * 1000);
  });
};

const row = (call) => {
  const { id, state, caller } = call;
  const name = make(
    'button',
    { type: 'button', className: 'call-name', onclick: () => choose(id), ariaPressed: String(id === chosen) },
    isolated(nameOf({ caller })),
    make('small', {}, stateText(call)),
  );
  return make('li', { className: state }, name, ...(state === 'ringing' ? actsFor(call) : []));
};

const look = async () => {
  const { calls } = await ask('/phone/calls');
  const sign = calls.map((call) => `${call.id} ${stateText(call)} ${call.id === chosen}`).join('|');
  renew(element('calls'), sign, () =>
    calls.length === 0 ? [make('li', { className: 'faint' }, words.noCalls)] : calls.map(row),
  );
  calls.forEach(keepSilence);
  if (calls.some(({ id }) => id === chosen)) await ask(`/phone/calls/${chosen}`).then(show);
};

element('dial').addEventListener('submit', (event) => {
  event.preventDefault();
  const wanted = { caller: element('caller').value.trim(), line: element('line').value };
  inTurn(async () => {
    const { id } = await ask('/phone/calls', wanted);
    await choose(id);
    await look();
  });
});

element('say').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = element('words').value.trim();
  element('words').value = '';
  if (chosen && text) act(chosen, 'say', { text });
});

const press = (keys) => {
  quiet();
  inTurn(async () => {
    if (chosen) await act(chosen, 'keys', { keys });
  });
};

for (const key of document.querySelectorAll('[data-key]'))
  key.addEventListener('click', () => press(key.dataset.key));
addEventListener('keydown', ({ key, target, ctrlKey, metaKey }) => {
  if (!ctrlKey && !metaKey && !['INPUT', 'SELECT'].includes(target.tagName) && /^[0-9*#]$/.test(key))
    press(key);
});

const keepLooking = () =>
  look()
    .catch(() => {})
    .finally(() => setTimeout(keepLooking, LOOK_EVERY_MS));
keepLooking();
