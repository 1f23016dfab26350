// What declares `salla` as any: the SDK's types and those of its components.
/// <reference types="@salla.sa/base/types/global" />
/// <reference types="@salla.sa/twilight-components/dist/types/components" />
/// <reference types="@salla.sa/twilight-components/dist/types/global" />
