import { type Json, type JsonObject, ServiceError } from '../http/service.ts';

/** Whether a trace's summary is one of those looked for. */
type Filter = (summary: JsonObject) => boolean;

const ANNOTATION = /^annotation[.[]"?([\w.-]+)"?\]?\s*(!?=)\s*"([^"]*)"$/;
const SERVICE = /^service\("([^"]*)"\)$/;
const FLAG = /^(fault|error|throttle|ok|partial)(?:\s*=\s*(true|false))?$/;
const LONGER = /^(duration|responsetime)\s*([<>]=?)\s*([\d.]+)$/;

/**
 * The part of X-Ray's filter expressions that people type: annotations, services, flags and durations, joined by `AND`.
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html
 *
 * @throws ServiceError `InvalidRequestException` for anything else, naming what is taken.
 */
export function compileFilter(expression: Json | undefined): Filter {
  if (expression === undefined || expression === '') return () => true;
  const filters = String(expression)
    .split(/\s+AND\s+/i)
    .map((part) => compilePart(part.trim()));
  return (summary) => filters.every((filter) => filter(summary));
}

function compilePart(part: string): Filter {
  const [, annotation, relation, value] = ANNOTATION.exec(part) ?? [];
  if (annotation !== undefined) {
    return ({ Annotations }) => {
      const values = (Annotations as Record<string, { AnnotationValue: JsonObject }[]>)[annotation] ?? [];
      const isIn = values.some(({ AnnotationValue }) =>
        Object.values(AnnotationValue)
          .map(String)
          .includes(value ?? ''),
      );
      return isIn === (relation === '=');
    };
  }
  const [, service] = SERVICE.exec(part) ?? [];
  if (service !== undefined) {
    return ({ ServiceIds }) => (ServiceIds as JsonObject[]).some(({ Name }) => Name === service);
  }
  const [, flag, wanted = 'true'] = FLAG.exec(part) ?? [];
  if (flag !== undefined) return (summary) => hasFlag(flag, summary) === (wanted === 'true');
  const [, measure, comparison, seconds] = LONGER.exec(part) ?? [];
  if (measure !== undefined) {
    return ({ Duration, ResponseTime }) =>
      compare(Number(measure === 'duration' ? Duration : ResponseTime), comparison ?? '', Number(seconds));
  }
  throw new ServiceError(
    'InvalidRequestException',
    `the laptop cloud filters by annotation.name = "value", service("name"), fault, error, throttle, ok, partial, duration and responsetime, joined by AND; got ${JSON.stringify(part)}`,
  );
}

function hasFlag(flag: string, { HasFault, HasError, HasThrottle, IsPartial }: JsonObject): boolean {
  if (flag === 'ok') return !(HasFault || HasError || HasThrottle);
  return Boolean({ fault: HasFault, error: HasError, throttle: HasThrottle, partial: IsPartial }[flag]);
}

function compare(left: number, comparison: string, right: number): boolean {
  if (comparison.endsWith('=') && left === right) return true;
  return comparison.startsWith('<') ? left < right : left > right;
}
