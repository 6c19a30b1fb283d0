import { coverPlayer } from '../coverage/cover-task.ts';
import { serve } from '../parallel/serve.ts';

serve(coverPlayer);
