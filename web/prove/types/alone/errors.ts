// An error as a theme reads it.

async function errors() {
  try {
    await salla.profile.update({ first_name: "" });
  } catch (reason) {
    // @ts-expect-error unknown until it is named
    reason.response;
    const error = reason as SallaProfileError;
    for (const [name, texts] of Object.entries(error.response?.data.error?.fields ?? {})) {
      console.log(name, [texts].flat().join(" "));
    }
    switch (error.code) {
      case "ERR_NETWORK":
      case "ECONNABORTED":
        return error.request;
      case "ERR_VALIDATION":
        return error.local === true;
      case "ERR_RUNTIME":
        return error.cause;
      // @ts-expect-error no such code
      case "ETIMEDOUT":
        return;
    }
    const url: string | undefined = error.config?.url;
    const sent: string | FormData | undefined = error.config?.data;
    const isError: Error = error;
    // @ts-expect-error there may be no answer
    error.response.status;
    return [url, sent, isError, error.name === "CanceledError"];
  }
}
