// Shared by the phone pages: elements, texts, and requests to the switchboard.
export const element = (id) => document.getElementById(id);

/** Create an element: `make('button', { type: 'button', onclick }, 'Answer')`. */
export const make = (tag, properties = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
};

/** Send a request to the switchboard. A rejection throws an error with the text of the response. */
export const ask = async (path, body) => {
  const answer = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const view = await answer.json();
  if (answer.ok) return view;
  throw Object.assign(new Error(view.wrong ?? view.why), view);
};

/** Replace children only when they changed, so that a button is not replaced while it is pressed. */
export const renew = (place, sign, children) => {
  if (place.dataset.sign === sign) return;
  place.dataset.sign = sign;
  place.replaceChildren(...children());
};

export const isolated = (text) => make('bdi', {}, text);

/** Format seconds as minutes and seconds: 0:05, 12:30. */
export const clockTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Render a line of a transcript. */
export const lineItem = (words) => (line) =>
  make(
    'li',
    { className: line.who, ...(line.language && { lang: line.language }), dir: 'auto' },
    line.who === 'event' ? words.events[line.text] : line.text,
  );
