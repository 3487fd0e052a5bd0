import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Planner } from '../../components/planner/planner.tsx';
import { plannerServices } from './planner-services.ts';

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Planner services={plannerServices()} preferred={navigator.languages} />
    </StrictMode>,
  );
