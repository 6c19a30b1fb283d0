import { serve } from '../parallel/serve.ts';
import { factsReader } from '../read-sources.ts';

serve(factsReader);
