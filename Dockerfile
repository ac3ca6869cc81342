# The action's image. It stays root: the runner's files and the workspace belong to other users, and GitHub asks for it
# (docs.github.com, "Dockerfile support for GitHub Actions").
# The release pins both by digest.
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME=mcr.microsoft.com/dotnet/runtime:10.0

FROM --platform=$BUILDPLATFORM $SDK AS build
ARG TARGETARCH
ARG BUILDARCH
ARG VERSION=0.1.0
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src/SpecPush.Core src/SpecPush.Core
COPY src/SpecPush.Action src/SpecPush.Action
# Native code, which needs a linker. For another architecture than the builder's there is none at hand, so that one keeps the runtime.
RUN [ "${TARGETARCH:-amd64}" != "${BUILDARCH:-amd64}" ] \
      || (apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*)
RUN kind="-p:PublishAot=true"; [ "${TARGETARCH:-amd64}" = "${BUILDARCH:-amd64}" ] || kind="-p:PublishReadyToRun=true --self-contained false"; \
    dotnet publish src/SpecPush.Action --arch "${TARGETARCH:-amd64}" --output /app $kind -p:DebugType=none \
      -p:PublishDocumentationFiles=false "-p:Version=$VERSION"

FROM $RUNTIME
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/*
# The collector keeps little memory back: a runner has other things to do with it.
ENV DOTNET_EnableDiagnostics=0 DOTNET_GCConserveMemory=9 DOTNET_GCgen0size=0x200000
COPY --from=build /app /app
ENTRYPOINT ["/app/SpecPush.Action"]
