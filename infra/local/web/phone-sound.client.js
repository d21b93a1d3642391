// Sound: the voice of the browser speaks the prompts, and the microphone records.
const SAYS_A_SECOND = 14;
const TYPES = ['audio/webm', 'audio/ogg', 'audio/mp4'];

const voiceFor = (language) =>
  speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));

export const quiet = () => {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
};

/** Speak a line if the browser has a voice for its language. Resolve after its duration. */
export const speak = ({ text, language }) =>
  new Promise((resolve) => {
    const voice = 'speechSynthesis' in window ? voiceFor(language) : undefined;
    if (!voice) return resolve();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    const end = setTimeout(resolve, (text.length / SAYS_A_SECOND) * 2000 + 3000);
    utterance.onend = utterance.onerror = () => {
      clearTimeout(end);
      resolve();
    };
    speechSynthesis.speak(utterance);
  });

let recording;

const send = (id, segment, sound) =>
  fetch(`/phone/calls/${id}/recordings/${segment}`, {
    method: 'POST',
    headers: { 'Content-Type': sound.type.split(';')[0] },
    body: sound,
  });

const stop = () => {
  recording?.recorder.stop();
  recording = undefined;
};

/**
 * Record while the call is recorded, and send the sound at the end of the recording. Reject when the browser
 * does not allow the microphone.
 */
export const record = async (id, wanted) => {
  const name = wanted && `${id}/${wanted.segment}`;
  if (recording?.name === name) return;
  stop();
  if (!wanted) return;
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const mine = { name, recorder: { stop() {} } };
  recording = mine;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop();
    const sound = new Blob(parts, { type: mimeType });
    if (sound.size > 0) send(id, wanted.segment, sound);
  };
  recorder.start();
  mine.recorder = recorder;
  // The recording may have ended while the browser asked for permission.
  if (recording !== mine) recorder.stop();
};
