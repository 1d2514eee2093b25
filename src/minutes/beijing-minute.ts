/** A moment as the minute it is in Beijing, `YYYY-MM-DD HH:MM`: the form of `published`. */
export function beijingMinute(moment: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return parts.format(moment);
}
