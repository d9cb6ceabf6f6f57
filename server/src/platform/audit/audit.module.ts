import { Module } from '@nestjs/common'
import { AuditChecker } from './audit-checker.ts'
import { AuditHeadExporter } from './audit-head-exporter.ts'
import { AuditSealer } from './audit-sealer.ts'

/** The record of changes as a chain: sealed, checked, its heads carried out. */
@Module({ providers: [AuditSealer, AuditChecker, AuditHeadExporter], exports: [AuditSealer, AuditChecker, AuditHeadExporter] })
export class AuditModule {}
