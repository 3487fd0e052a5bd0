import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Planner } from '../../components/planner/planner.tsx';
import { plannerServices } from './planner-services.ts';

// With `unlimitedStorage` granted at once: the browser then never clears what is kept to make room.
void navigator.storage?.persist?.();

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Planner services={plannerServices()} preferred={navigator.languages} />
    </StrictMode>,
  );
