# The program with a Java of its own, for the hooks unitlint-docker and unitlint-fix-docker.
FROM debian:13-slim AS build
RUN apt-get -q update && apt-get -q -y --no-install-recommends install default-jdk-headless maven
COPY . /src
WORKDIR /src
RUN mvn -q -B -ntp -Dmaven.test.skip -Dspotless.check.skip package

FROM debian:13-slim
RUN apt-get -q update \
  && apt-get -q -y --no-install-recommends install default-jre-headless \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /src/target/unitlint.jar /opt/unitlint/target/
COPY bin/unitlint /opt/unitlint/bin/
RUN ln -s /opt/unitlint/bin/unitlint /usr/local/bin/unitlint
ENV UNITLINT_NO_CACHE=1
ENTRYPOINT ["unitlint"]
