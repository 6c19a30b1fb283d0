import { withMarkedPart } from './marked-part.ts';

/** A page whose generated part is to be written anew. */
export interface StalePage {
  readonly file: string;
  readonly contract: string;
  readonly title: string;
  readonly part: string;
  /** What would change, line by line. */
  readonly diff: readonly string[];
}

/** The page with its part as it should be; several contracts may share a page. */
export const mendedPage = ({ contract, title, part }: StalePage, page: string | undefined): string =>
  withMarkedPart(page ?? `# ${title}\n`, contract, part);
