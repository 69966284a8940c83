import { ServiceError } from './service.ts';

/** One action on one resource, as IAM names them: `dynamodb:PutItem` on a table's ARN. */
export interface Access {
  readonly action: string;
  readonly resource: string;
}

/** What a principal may do; `*` in a resource stands for any text. */
export interface PermissionGrant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** An action that a principal used, whether or not it was allowed. */
export interface UsedAccess extends Access {
  readonly principal: string;
}

/**
 * Holds our own functions and machines to their grants, as IAM would, and remembers what they used: so a missing or a
 * needless permission shows before anything is deployed.
 */
export class Permissions {
  readonly #grants: Readonly<Record<string, readonly PermissionGrant[]>>;
  readonly #used = new Map<string, UsedAccess>();

  constructor(grants: Readonly<Record<string, readonly PermissionGrant[]>>) {
    this.#grants = grants;
  }

  /** Whether the principal is held to grants at all. */
  knows(principal: string): boolean {
    return Object.hasOwn(this.#grants, principal);
  }

  /** @throws ServiceError `AccessDenied…`, naming principal, action and resource, when no grant allows the access. */
  check(principal: string, { action, resource }: Access): void {
    const granted = (this.#grants[principal] ?? []).find((grant) => allows(grant, action, resource));
    this.#used.set(`${principal} ${action}`, { principal, action, resource });
    if (!granted) throw denied(principal, action, resource);
  }

  /** Every action used so far, once for each principal, with the last resource it was used on. */
  used(): UsedAccess[] {
    return [...this.#used.values()];
  }
}

const allows = ({ actions, resources }: PermissionGrant, action: string, resource: string): boolean =>
  actions.some((pattern) => matchesWildcard(pattern, action)) &&
  resources.some((pattern) => matchesWildcard(pattern, resource));

/** Whether text matches a pattern in which `*` stands for any characters and `?` for one. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** Each service has its own name for the same refusal. */
const REFUSALS: Readonly<Record<string, readonly [code: string, status: number]>> = {
  s3: ['AccessDenied', 403],
  // A key is used through S3, which passes the refusal on as its own.
  kms: ['AccessDenied', 403],
  sns: ['AuthorizationError', 403],
  lambda: ['AccessDeniedException', 403],
};

function denied(principal: string, action: string, resource: string): ServiceError {
  const [code, status] = REFUSALS[action.split(':')[0] ?? ''] ?? ['AccessDeniedException', 400];
  return new ServiceError(
    code,
    `${principal} is not authorized to perform ${action} on resource ${resource}: none of its declared grants allows it`,
    status,
  );
}
