# Sourced by engine.sh: images that stand in for those of Dockerfile and docker-compose.yml where no registry answers.
base=stand-in/trixie
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
runtime=$(ls "$dotnet/shared/Microsoft.AspNetCore.App" | sort -V | tail -n 1)
mkdir -p "$work/empty" "$work/certificates"
cp /etc/ssl/certs/ca-certificates.crt "$work/certificates"

mmdebstrap -q --variant=minbase --include=ca-certificates,libicu76,libssl3t64,libstdc++6,tzdata \
  --aptopt='Acquire::Languages "none"' --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
  trixie "$work/base.tar" "$trixie"
say "Debian"
docker import "$work/base.tar" $base > /dev/null

# As the real one: Ubuntu's or Debian's libraries, the runtime in /usr/share/dotnet, a user without rights.
docker build -q -t "$aspnet" --build-context "dotnet=$dotnet" -f - "$work/empty" > /dev/null <<D
FROM $base
ENV DOTNET_RUNNING_IN_CONTAINER=true APP_UID=1654 ASPNETCORE_HTTP_PORTS=8080 DOTNET_VERSION=$runtime ASPNET_VERSION=$runtime
RUN groupadd --gid=1654 app && useradd --no-log-init --uid=1654 --gid=1654 --create-home app && ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet
COPY --from=dotnet dotnet /usr/share/dotnet/
COPY --from=dotnet host /usr/share/dotnet/host
COPY --from=dotnet shared /usr/share/dotnet/shared
D
say "$aspnet"
# NuGet asks the same feed as outside: with this machine's certificates.
docker build -q -t "$sdk" --build-context "dotnet=$dotnet" --build-context "certificates=$work/certificates" -f - "$work/empty" > /dev/null <<D
FROM $aspnet
ENV DOTNET_NOLOGO=true NUGET_XMLDOC_MODE=skip ASPNETCORE_HTTP_PORTS= NUGET_CERT_REVOCATION_MODE=offline SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt
COPY --from=dotnet packs /usr/share/dotnet/packs
COPY --from=dotnet sdk /usr/share/dotnet/sdk
COPY --from=dotnet sdk-manifests /usr/share/dotnet/sdk-manifests
COPY --from=certificates ca-certificates.crt /etc/ssl/certs/
D
say "$sdk"

# PostgreSQL 17, which Debian trixie has.
docker build -q -t "$postgres" --build-context "here=$repository/.ci" -f - "$work/empty" > /dev/null <<D
FROM $base
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql > /dev/null && rm -rf /var/lib/apt/lists/*
COPY --from=here postgres.sh /usr/local/bin/
STOPSIGNAL SIGINT
ENTRYPOINT ["postgres.sh"]
D
say "$postgres"
