# The action's image. It runs as root, because the runner's files and the workspace belong to other users, and GitHub requires it
# (docs.github.com, "Dockerfile support for GitHub Actions").
# The release pins both images by digest.
ARG SDK=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME=mcr.microsoft.com/dotnet/runtime-deps:10.0

FROM --platform=$BUILDPLATFORM $SDK AS build
ARG TARGETARCH
ARG VERSION=0.1.0
# The linker of native code, and for an image of the other architecture that one's C library.
RUN case "$(dpkg --print-architecture)-$TARGETARCH" in \
      amd64-arm64) other="gcc-aarch64-linux-gnu libc6-dev-arm64-cross" ;; \
      arm64-amd64) other="gcc-x86-64-linux-gnu libc6-dev-amd64-cross" ;; \
    esac && apt-get update && apt-get install --yes --no-install-recommends clang libc6-dev $other && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src/SpecPush.Core src/SpecPush.Core
COPY src/SpecPush.Action src/SpecPush.Action
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/SpecPush.Action --locked-mode \
    && dotnet publish src/SpecPush.Action --arch "${TARGETARCH:-$(dpkg --print-architecture)}" --output /app -p:PublishAot=true -p:DebugType=none \
      -p:PublishDocumentationFiles=false -p:RunAnalyzers=false "-p:Version=$VERSION"

FROM $RUNTIME
# Logs and this cache are all that differs between two builds.
RUN apt-get update && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* /var/log/apt /var/log/dpkg.log /var/cache/ldconfig/aux-cache
COPY --from=build /app /app
COPY LICENSE THIRD-PARTY-NOTICES.txt /app/
ENTRYPOINT ["/app/SpecPush.Action"]
