import { useMemo } from 'react';
import type { Brief } from '../../../records/brief.ts';
import type { Hands } from '../../panel/hands.ts';
import { OccasionView } from '../../panel/occasion-view.tsx';
import { useServices } from '../services-context.tsx';

/** The people and prompts of one occasion, as the panel shows them; acts go to the planner's own services. */
export function OccasionBrief({ brief }: { brief: Brief }) {
  const services = useServices();
  const occasionId = brief.occasion.id;
  const hands = useMemo(
    (): Hands => ({
      act: (act) => services.perform(act, occasionId ?? undefined),
      tips: (whom) => services.tipsFor(whom, occasionId),
      openPlanner: (route) => {
        location.hash = route;
      },
      now: services.now,
    }),
    [services, occasionId],
  );
  return <OccasionView brief={brief} hands={hands} as="section" />;
}
