/** What a page is read as, kept when a plain form of filters is sent: hidden boxes with the parts of "?basis=…&known_at=…". */
export function AskedFields({ asked }: { asked: string }) {
  return [...new URLSearchParams(asked)].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
