import { mutationPlayer } from '../mutation/judge-task.ts';
import { serve } from '../parallel/serve.ts';

serve(mutationPlayer);
