import { fingerprintOf, markOf } from '../../cli/proofs/proof-findings.ts';
import { clockFace } from '../../cli/render/clock.ts';
import type { Book } from '../../model/book.ts';
import type { UnkeptPromise } from '../../publish/unkept-promises.ts';
import { keptStories } from '../../simulator/proofs/kept-stories.ts';

/** What the book itself cannot keep, from its stories and waivers: nothing is proved for it, `prove` and `ci` hold them true. */
export function unkeptPromisesOf(book: Book): UnkeptPromise[] {
  return keptStories(book).map(({ scenario, promise, late, lines }) => {
    const { at } = promise;
    const position = at && book.position(at);
    const place = { position: position ?? null, path: at ? book.namedPath(at) : [] };
    const fingerprint = fingerprintOf(place, 'promise-is-kept', markOf(promise.name, late.length));
    const clock = clockFace(lines.flatMap((line) => line.at ?? []));
    return {
      text: promise.text,
      position,
      drill: scenario.at.file,
      late,
      lines: lines.map((line) => ({ at: line.at === undefined ? '' : clock(line.at), text: line.text })),
      waiver: book.waivers.find((waiver) => waiver.fingerprint === fingerprint),
    };
  });
}
