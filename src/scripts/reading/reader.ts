import { sentencesOf, type Sentence } from './sentences.ts';
import { speakable } from './speakable.ts';

/** A little slower than voices speak by themselves. */
const RATE = 0.9;

let stopReading: (() => void) | null = null;

/**
 * Reads the official text aloud, sentence by sentence, from the part that is on the screen; the sentence
 * has a ground of its own and stays in sight. A bar below pauses, goes back and forth, and stops.
 */
export function readAloud(root: Element, voice: SpeechSynthesisVoice, opener: HTMLElement): void {
  stopReading?.();
  const sentences = sentencesOf(root);
  let at = firstInSight(sentences);
  let turn = 0;
  let paused = false;
  const bar = document.createElement('div');
  bar.className = 'voice-bar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', '朗读');

  const say = (): void => {
    const sentence = sentences[at];
    if (sentence === undefined) {
      stop();
      return;
    }
    const mine = ++turn;
    speechSynthesis.cancel();
    show(sentence);
    const utterance = new SpeechSynthesisUtterance(speakable(sentence.text));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = RATE;
    utterance.addEventListener('end', () => {
      if (mine !== turn || paused) return;
      at++;
      say();
    });
    speechSynthesis.speak(utterance);
  };
  const go = (step: number): void => {
    at = Math.min(Math.max(at + step, 0), sentences.length - 1);
    setPaused(false);
    say();
  };
  const setPaused = (value: boolean): void => {
    paused = value;
    pause.textContent = paused ? '继续' : '暂停';
  };
  const pause = addButton(bar, '暂停', () => {
    setPaused(!paused);
    if (paused) {
      turn++;
      speechSynthesis.cancel();
    } else say();
  });
  addButton(bar, '上一句', () => go(-1));
  addButton(bar, '下一句', () => go(1));
  const stop = (): void => {
    turn++;
    speechSynthesis.cancel();
    CSS.highlights?.delete('voice');
    bar.remove();
    document.documentElement.classList.remove('reading');
    window.removeEventListener('pagehide', stop);
    stopReading = null;
    opener.focus({ preventScroll: true });
  };
  addButton(bar, '停止', stop);
  stopReading = stop;
  document.body.append(bar);
  document.documentElement.classList.add('reading');
  window.addEventListener('pagehide', stop);
  pause.focus({ preventScroll: true });
  say();
}

function addButton(bar: HTMLElement, text: string, action: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = text;
  button.addEventListener('click', action);
  bar.append(button);
  return button;
}

function firstInSight(sentences: readonly Sentence[]): number {
  if (window.scrollY < 200) return 0;
  return Math.max(
    0,
    sentences.findIndex(({ range }) => range.getBoundingClientRect().top >= 0),
  );
}

function show({ range }: Sentence): void {
  CSS.highlights?.set('voice', new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 60 || bottom > window.innerHeight - 140) window.scrollBy({ top: top - window.innerHeight / 3 });
}
