// What YAML 1.2.2 section 5.1 does not allow in a text, written out or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
/** Unicode TR 36: they make text read differently from what it says (CVE-2021-42574). */
const REORDERING = /[\u202a-\u202e\u2066-\u2069]/;

/** The first character that must not stand in a file. */
export function unreadableText(text: string): { offset: number; message: string; hint?: string } | undefined {
  const control = text.search(CONTROL);
  if (control >= 0) return { offset: control, message: `${name(text, control)} is a control character` };
  const reordering = text.search(REORDERING);
  if (reordering >= 0)
    return {
      offset: reordering,
      message: `${name(text, reordering)} makes the text read differently from what it says`,
    };
  return undefined;
}

const name = (text: string, offset: number) =>
  `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
