# One image for every node of a cluster, and for a shop on one node. The SDK builds the program for the platform asked for, without
# emulating it; the program runs without the SDK, as a user without rights.
# 10.0 is the newest patch of the version that global.json and the projects ask for, with its security fixes.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS source
WORKDIR /source
COPY global.json Directory.* BannedSymbols.txt .editorconfig ./
COPY hocon hocon
COPY src src

# What a restore depends on: while these files stay the same, so does the layer of the restore.
FROM source AS projects
RUN find . -type f ! -name '*.csproj' ! -name '*.props' ! -name '*.targets' ! -name global.json -delete && find . -type d -empty -delete

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
COPY --from=projects /source .
RUN --mount=type=cache,id=nuget,target=/root/.nuget/packages dotnet restore src/ActorCafe.Cli -a $TARGETARCH -p:Configuration=Release
COPY --from=source /source .
# Restores again what has been pruned from the cache since.
RUN --mount=type=cache,id=nuget,target=/root/.nuget/packages \
    dotnet publish src/ActorCafe.Cli -c Release -a $TARGETARCH --self-contained false -o /app && \
    find /app '(' -name '*.pdb' -o -name '*.xml' ')' -delete

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# A checkout may be unreadable for others.
COPY --chmod=755 docker/*.sh ./
COPY --chmod=755 hocon /shops
# A named volume takes its owner over from here; without, it would be root's.
RUN mkdir /data && chown $APP_UID:$APP_UID /data
ENV CAFE_DATA=/data CAFE_HTTP_HOST=0.0.0.0 CAFE_MANAGEMENT_PORT=8558
USER $APP_UID
WORKDIR /shops
# Of a node; a shop played on one node (`compare`) has no HTTP, and docker-compose.yml turns the check off for it.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --start-interval=1s --retries=3 CMD ["bash", "/app/ready.sh"]
ENTRYPOINT ["dotnet", "/app/actorcafe.dll"]
CMD ["compare"]
