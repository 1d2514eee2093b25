import type { Field } from './field.ts';
import { AGRICULTURE } from './fields/agriculture.ts';
import { BUDGET } from './fields/budget.ts';
import { BUSINESS } from './fields/business.ts';
import { CIVIC } from './fields/civic.ts';
import { COMMERCE } from './fields/commerce.ts';
import { CULTURE } from './fields/culture.ts';
import { DIGITAL } from './fields/digital.ts';
import { DISASTER } from './fields/disaster.ts';
import { ECONOMY } from './fields/economy.ts';
import { EDUCATION } from './fields/education.ts';
import { EMPLOYMENT } from './fields/employment.ts';
import { ENVIRONMENT } from './fields/environment.ts';
import { FINANCE } from './fields/finance.ts';
import { FIRE } from './fields/fire.ts';
import { HEALTH } from './fields/health.ts';
import { HOUSING } from './fields/housing.ts';
import { INDUSTRY } from './fields/industry.ts';
import { LAND } from './fields/land.ts';
import { LAW } from './fields/law.ts';
import { MARKET } from './fields/market.ts';
import { ORDER } from './fields/order.ts';
import { SAFETY } from './fields/safety.ts';
import { TALENT } from './fields/talent.ts';
import { TRANSPORT } from './fields/transport.ts';
import { WASTE } from './fields/waste.ts';
import { WATER } from './fields/water.ts';
import { WELFARE } from './fields/welfare.ts';

/** All fields of work that come before a meeting. */
export const FIELDS: readonly Field[] = [
  SAFETY,
  FIRE,
  DISASTER,
  WASTE,
  ENVIRONMENT,
  WATER,
  TRANSPORT,
  HOUSING,
  LAND,
  AGRICULTURE,
  INDUSTRY,
  DIGITAL,
  FINANCE,
  BUSINESS,
  COMMERCE,
  EDUCATION,
  HEALTH,
  WELFARE,
  EMPLOYMENT,
  TALENT,
  CULTURE,
  MARKET,
  LAW,
  BUDGET,
  ECONOMY,
  ORDER,
  CIVIC,
];
