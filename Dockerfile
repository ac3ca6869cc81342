# The action's image. It runs as root, because the runner's files and the workspace belong to other users, and GitHub requires it
# (docs.github.com, "Dockerfile support for GitHub Actions").
# The release pins both images by digest.
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME=mcr.microsoft.com/dotnet/runtime:10.0

FROM --platform=$BUILDPLATFORM $SDK AS build
ARG TARGETARCH
ARG VERSION=0.1.0
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src/SpecPush.Core src/SpecPush.Core
COPY src/SpecPush.Action src/SpecPush.Action
RUN dotnet publish src/SpecPush.Action --arch "${TARGETARCH:-amd64}" --self-contained false --output /app -p:PublishReadyToRun=true -p:DebugType=none \
      -p:PublishDocumentationFiles=false "-p:Version=$VERSION"

FROM $RUNTIME
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/*
# The garbage collector uses little memory, because the runner needs it for other things.
ENV DOTNET_EnableDiagnostics=0 DOTNET_GCConserveMemory=9 DOTNET_GCgen0size=0x200000 DOTNET_TieredPGO=0
COPY --from=build /app /app
ENTRYPOINT ["/app/SpecPush.Action"]
