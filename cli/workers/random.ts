import { serve } from '../parallel/serve.ts';
import { randomPlayer } from '../random-breaks/play-random.ts';

serve(randomPlayer);
