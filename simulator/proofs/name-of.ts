import type { Book } from '../../model/book.ts';
import { callOf } from '../lower/people.ts';

/** How a person or a group is called in a report. */
export const nameOf = (book: Book, id: string): string => book.groups.get(id)?.title ?? callOf(book, id);
