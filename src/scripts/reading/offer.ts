/**
 * Offers 朗读 where the device itself has a Chinese voice (R4.4): a voice from elsewhere would send the
 * text away. What reads is fetched when it is asked for.
 */
export function offerReading(button: HTMLButtonElement): void {
  if (!('speechSynthesis' in window)) return;
  const offer = (): void => {
    button.hidden = chineseVoice() === undefined;
  };
  speechSynthesis.addEventListener('voiceschanged', offer);
  button.addEventListener('click', () => {
    const voice = chineseVoice();
    const root = document.querySelector('[data-official]');
    if (voice === undefined || root === null) return;
    void import('./reader.ts').then(({ readAloud }) => readAloud(root, voice, button));
  });
  offer();
}

function chineseVoice(): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis
    .getVoices()
    .filter(({ lang, localService }) => localService && /^(?:zh|cmn)\b/iu.test(lang));
  return voices.find(({ lang }) => /CN|Hans|cmn/iu.test(lang)) ?? voices[0];
}
