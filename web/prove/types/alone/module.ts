// The global names in a module.

export const name = async (): Promise<string> => (await salla.profile.info()).data.first_name;

export function pendingType(pending: SallaProfilePending): "mobile" | "email" {
  return pending.type;
}

// @ts-expect-error no such method
export const nothing = () => salla.profile.nothing();
