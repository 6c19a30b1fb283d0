import * as Flags from '@oclif/core/flags';
import { NETWORKS, type Network } from '../../verifier/ethereum/networks.ts';
import { decodeNetwork } from '../../verifier/requests/update.ts';
import { readInput } from './read-input.ts';
import { parseJson, readRequest } from './request.ts';

export const networkFlag = {
  network: Flags.string({
    helpValue: [...Object.keys(NETWORKS), 'FILE'].join('|'),
    default: 'mainnet',
    summary:
      'The chain; a file describes another: { genesis_validators_root, genesis_time, electra_epoch, gloas_epoch }.',
  }),
};

/** What is pinned about the network that was named. */
export async function networkOf(named: string): Promise<Network> {
  const network = Object.hasOwn(NETWORKS, named) ? named : parseJson(await readInput(named));
  return readRequest((document) => decodeNetwork((document as { network: unknown }).network, 'network'), {
    network,
  });
}
