# Builds the program once and runs it without the SDK, as a user without rights: one image for every node of a cluster, and
# for a shop on one node.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/ActorCafe.Cli -c Release -r linux-x64 --self-contained false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY docker/ready.sh .
COPY hocon /shops
# A named volume takes its owner over from here; without, it would be root's.
RUN mkdir /data && chown $APP_UID:$APP_UID /data
ENV CAFE_DATA=/data CAFE_HTTP_HOST=0.0.0.0 CAFE_MANAGEMENT_PORT=8558
USER $APP_UID
WORKDIR /shops
# Of a node; a shop played on one node (`compare`) has no HTTP, and docker-compose.yml turns the check off for it.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --start-interval=1s --retries=3 CMD ["bash", "/app/ready.sh"]
ENTRYPOINT ["dotnet", "/app/actorcafe.dll"]
CMD ["compare"]
