import type { Calculated, Kpi } from './define.ts';
import { leadKpis } from './leads.ts';

/** Every KPI the product knows. Each family's file is the only place its KPIs stand. */
export const catalogue: readonly Kpi[] = [...leadKpis];

export const isCalculated = (kpi: Kpi): kpi is Calculated => 'formula' in kpi;
