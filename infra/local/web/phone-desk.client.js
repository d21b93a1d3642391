// The agent page: the agents, the ringing or active call, and the actions on it.
import { ask, clockTime, element, isolated, lineItem, make, renew } from './phone-page.js';

const desk = element('desk');
const words = JSON.parse(desk.dataset.words);
const asLine = lineItem(words);
const LOOK_EVERY_MS = 1000;

let user = sessionStorage.getItem('agent') ?? '';

const say = (text) => {
  element('says').hidden = !text;
  element('says').textContent = text ?? '';
};

const act = (name, more = {}) =>
  ask('/phone/desk', { act: name, user, ...more }).then(
    ({ view }) => {
      say();
      show(view);
    },
    (error) => say(words.failed[error.why] ?? error.message),
  );

const button = (text, name, more, className = '') =>
  make('button', { type: 'button', className, onclick: () => act(name, more) }, text);

const choice = (options) =>
  make(
    'select',
    { ariaLabel: words.transferTo },
    ...options.map(([value, text]) => make('option', { value }, text)),
  );

/** Render a form with the transfer destinations: queues, and agents who are signed in. */
const transferForm = ({ agents }) => {
  const others = agents.filter((agent) => agent.user !== user);
  const select = choice([
    ...Object.entries(words.queues).map(([queue, name]) => [`queue ${queue}`, name]),
    ...others.map((agent) => [`agent ${agent.user}`, agent.name]),
  ]);
  const submit = (event) => {
    event.preventDefault();
    const [kind, ...rest] = select.value.split(' ');
    const to = rest.join(' ');
    act(
      kind === 'queue' ? 'transfer' : 'transfer-to-agent',
      kind === 'queue' ? { queue: to } : { agent: to },
    );
  };
  return make(
    'form',
    { className: 'row-actions', onsubmit: submit },
    select,
    make('button', { type: 'submit' }, words.transfer),
  );
};

const sayForm = () => {
  const input = make('input', {
    maxLength: 1000,
    dir: 'auto',
    autocomplete: 'off',
    ariaLabel: words.say,
    placeholder: words.say,
  });
  const submit = (event) => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    if (text) act('say', { text });
  };
  return make(
    'form',
    { className: 'row-actions', onsubmit: submit },
    input,
    make('button', { type: 'submit' }, words.saySend),
  );
};

const callActs = (view) => {
  const { doing, held } = view.me;
  if (doing === 'offered')
    return [button(words.answer, 'answer', {}, 'primary'), button(words.decline, 'decline', {}, 'hang-up')];
  if (doing === 'calling') return [button(words.hangUp, 'end', {}, 'hang-up')];
  if (doing === 'after-call') return [button(words.finish, 'finish', {}, 'primary')];
  return [
    button(held ? words.resume : words.hold, held ? 'resume' : 'hold'),
    button(words.hangUp, 'end', {}, 'hang-up'),
    transferForm(view),
  ];
};

const fact = (name, value) => [make('dt', {}, name), make('dd', {}, value)];

const caseLink = ({ reference }) =>
  reference === undefined
    ? words.noCase
    : make('a', { href: `/cases/${reference}`, target: '_blank' }, `${words.openCase} `, isolated(reference));

const callFacts = ({ call, waitedSeconds }) =>
  make(
    'dl',
    { className: 'facts' },
    ...fact(words.calledOn, words.lines[call.line] ?? words.lines.general),
    ...fact(words.language, words.languages[call.language] ?? words.languages.ar),
    ...fact(words.reference, caseLink(call)),
    ...(waitedSeconds === undefined
      ? []
      : fact(words.waited, make('span', { id: 'waited' }, clockTime(waitedSeconds)))),
  );

const showCall = (view) => {
  const { me, call } = view;
  const others = view.agents.map((agent) => agent.user).join();
  const sign = call
    ? `${call.contactId} ${call.state} ${call.reference} ${me.doing} ${me.held} ${others}`
    : 'none';
  renew(element('call'), sign, () =>
    call === undefined
      ? [make('p', { className: 'faint' }, words.nothing)]
      : [
          make('h2', {}, isolated(call.caller ?? words.withheld)),
          make(
            'p',
            { className: 'faint', role: 'status' },
            words.doing[me.doing],
            me.held ? ` · ${words.held}` : '',
          ),
          callFacts(view),
          make('div', { className: 'row-actions' }, ...callActs(view)),
          make('ol', { className: 'transcript', id: 'said', ariaLive: 'polite' }),
          ...(me.doing === 'talking' ? [sayForm()] : []),
        ],
  );
  if (!call) return;
  const waited = element('waited');
  if (waited) waited.textContent = clockTime(view.waitedSeconds);
  const said = element('said');
  const fresh = call.lines.slice(Math.max(0, said.childElementCount - call.dropped));
  said.append(...fresh.map(asLine));
  if (fresh.length > 0) said.scrollTop = said.scrollHeight;
};

const myActs = ({ doing, next }) => {
  const gone = button(words.signOff, 'sign-off');
  if (doing === 'away') return [button(words.available, 'available', {}, 'primary'), gone];
  if (doing === 'available') return [button(words.away, 'away'), gone];
  return [next ? button(words.backToCalls, 'available') : button(words.afterCall, 'away')];
};

const table = (heads, rows) =>
  make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell))))),
  );

const queueName = (queue) => words.queues[queue] ?? `${words.ownQueue}: ${queue.split('/').at(-1)}`;

const showOverview = ({ queues, agents }) => {
  element('queues').replaceChildren(
    table(
      [words.queue, words.waiting, words.longest, words.estimate],
      queues.map(({ queue, waiting, longestSeconds, estimateSeconds }) => [
        queueName(queue),
        String(waiting),
        waiting === 0 ? '—' : clockTime(longestSeconds),
        estimateSeconds === undefined ? '—' : clockTime(estimateSeconds),
      ]),
    ),
  );
  element('agents').replaceChildren(
    agents.length === 0
      ? make('p', { className: 'faint' }, words.noAgents)
      : table(
          [words.name, words.state, words.since],
          agents.map(({ name, doing, held, seconds }) => [
            isolated(name),
            words.doing[doing] + (held ? ` · ${words.held}` : ''),
            clockTime(seconds),
          ]),
        ),
  );
};

const taskRow = ({ contactId, order }) =>
  make(
    'li',
    {},
    make('span', { dir: 'auto' }, order.name),
    make('small', { dir: 'auto' }, order.description),
    ...(order.url ? [make('a', { href: order.url, target: '_blank' }, words.open)] : []),
    button(words.taskDone, 'task-done', { task: contactId }),
  );

const showTasks = (tasks) => {
  element('task-card').hidden = tasks.length === 0;
  renew(element('tasks'), tasks.map(({ contactId }) => contactId).join(), () => tasks.map(taskRow));
};

const show = (view) => {
  const { me } = view;
  element('who').hidden = me !== undefined;
  element('work').hidden = me === undefined;
  showOverview(view);
  showTasks(me ? view.tasks : []);
  if (!me) return;
  element('me').textContent = me.name;
  element('my-state').textContent = me.missed
    ? words.missed
    : words.doing[me.doing] + (me.held ? ` · ${words.held}` : '');
  renew(element('my-acts'), `${me.doing} ${me.next}`, () => myActs(me));
  showCall(view);
};

element('sign-on').addEventListener('submit', (event) => {
  event.preventDefault();
  const colleague = element('colleague');
  const typed = element('name').value.trim();
  user = typed || colleague?.value || '';
  const name = typed || colleague?.selectedOptions[0]?.textContent;
  sessionStorage.setItem('agent', user);
  if (user) act('sign-on', { name });
});

const look = () => ask(`/phone/desk?user=${encodeURIComponent(user)}`).then(show);
const keepLooking = () =>
  look()
    .catch(() => {})
    .finally(() => setTimeout(keepLooking, LOOK_EVERY_MS));
keepLooking();
