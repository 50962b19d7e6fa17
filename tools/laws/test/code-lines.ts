/** A line that says something, and where it stands. */
export interface CodeLine {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
}

/** The lines that say something: no imports, no comments, no brackets that merely close, and no space around them. */
export function codeLines(code: string): readonly CodeLine[] {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  const bare = code
    .replace(/^\s*\/\*[^]*?\*\//gm, blank)
    .replace(/^(?:import|export)\b[^;'"]*from '[^']*';$/gm, blank);
  return bare.split('\n').flatMap((line, at) => {
    const text = line.trim();
    const says = /\w/.test(text) && !text.startsWith('//') && !text.startsWith('import ');
    return says ? [{ text, number: at + 1 }] : [];
  });
}
